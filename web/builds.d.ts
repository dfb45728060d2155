// Types of what a build is made of, for pages and for the service worker, whose surroundings differ.

export type Bytes = Uint8Array<ArrayBuffer>;

/** A file of a build: the first hexadecimal digits of its SHA-256, and its length in bytes. */
export type Version = [digest: string, size: number];

/** files.json: the addresses that a build is made of, below its folder. A script has its whole hash too. */
export type List = Record<string, [...Version, integrity?: string]>;
