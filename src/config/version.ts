declare const CALQUE_VERSION: string | undefined;
declare const CALQUE_BUILD: string | undefined;

/** The version of the package; the build puts it in. */
export const version: string = typeof CALQUE_VERSION === 'string' ? CALQUE_VERSION : '0.0.0-source';

/** A digest of what the build was made of: rules, dictionaries, word lists, libraries. The build puts it in. */
export const build: string = typeof CALQUE_BUILD === 'string' ? CALQUE_BUILD : 'source';
