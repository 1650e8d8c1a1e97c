/** Cryptography takes 4 ms to load, and most runs need no digest. */
export const digestOf = (text: string): string =>
  process.getBuiltinModule('node:crypto').createHash('sha256').update(text).digest('hex').slice(0, 32);
