import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {makeFolder} from '../files/make-folder.js';

/** With it in the environment, results that other machines kept count too, where they have the same. */
export const keyVariable = 'CALQUE_CACHE_KEY';

/**
 * What kept results are signed with, so that none count but those that this user's runs have kept: a cache lies where
 * articles lie, and whoever writes there could say that they have no findings. It is made once, in the user's own folder
 * for caches; where that cannot be written it lasts for this run.
 */
export function cacheKey(): string {
  const given = process.env[keyVariable];
  if (given) return given;
  const file = path.join(cacheFolder(), 'calque', 'cache-key');
  const fresh = crypto.randomBytes(32).toString('hex');
  try {
    makeFolder(path.dirname(file), 0o700);
    fs.writeFileSync(file, `${fresh}\n`, {flag: 'wx', mode: 0o600});
    return fresh;
  } catch {
    return known(file) ?? fresh;
  }
}

/** Only what is a key: a run at the same time may not have written it yet. */
function known(file: string): string | undefined {
  try {
    const key = fs.readFileSync(file, 'utf8').trim();
    return /^[0-9a-f]{64}$/.test(key) ? key : undefined;
  } catch {
    return undefined;
  }
}

function cacheFolder(): string {
  const {XDG_CACHE_HOME, LOCALAPPDATA} = process.env;
  if (XDG_CACHE_HOME && path.isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME;
  if (process.platform === 'win32' && LOCALAPPDATA) return LOCALAPPDATA;
  return path.join(os.homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache');
}
