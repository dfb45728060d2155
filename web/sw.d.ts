// The service worker's surroundings, where the standard library describes those of any worker.

declare const registration: ServiceWorkerRegistration;
declare const clients: Clients;
declare function addEventListener<K extends keyof ServiceWorkerGlobalScopeEventMap>(
  type: K, listener: (event: ServiceWorkerGlobalScopeEventMap[K]) => void): void;

/** Put in by the build: a digest of all files, and the addresses to keep. */
declare const VERSION: string;
declare const FILES: string[];
