import {readResource} from '../config/resources.js';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  bin: 'application/octet-stream',
};

/** A file of the page, from `dist/site`, or a resource that it asks for; undefined for any other name. */
export function readPageFile(
  name: string,
): {readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string} | undefined {
  const found = /^(resources\/)?([\w-]+\.([a-z]+))$/.exec(name);
  const type = types[found?.[3] ?? ''];
  if (!found || type === undefined) return undefined;
  const bytes = readResource(found[1] === undefined ? `../site/${found[2]}` : (found[2] as string));
  return bytes && {bytes: new Uint8Array(bytes), type};
}
