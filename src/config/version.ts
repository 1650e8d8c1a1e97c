declare const CALQUE_VERSION: string | undefined;

/** The version of the package; the build puts it in. */
export const version: string = typeof CALQUE_VERSION === 'string' ? CALQUE_VERSION : '0.0.0-source';
