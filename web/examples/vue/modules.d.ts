// So that the scripts of this example are checked where its packages are not installed. What they are used for, no more.
declare module '*.vue' {
  const component: object;
  export default component;
}

declare module '@vitejs/plugin-vue' {
  export default function vue(): object;
}

declare module 'vite' {
  export function defineConfig(config: { plugins: object[] }): object;
}

declare module 'vite-ssg/single-page' {
  export function ViteSSG(component: object): (routePath?: string) => Promise<object>;
}
