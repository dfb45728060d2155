// The global scope of the service worker; TypeScript's library only declares that of a generic worker.

declare const registration: ServiceWorkerRegistration;
declare const clients: Clients;
declare function addEventListener<K extends keyof ServiceWorkerGlobalScopeEventMap>(
  type: K, listener: (event: ServiceWorkerGlobalScopeEventMap[K]) => void): void;
