// A real VS Code without its vendor's downloads: code-server from npm, with the parts of it that need compiling
// compiled here. Kept in a folder outside the repository; the first time takes some minutes.
import {execFileSync, spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const codeServerVersion = '4.139.1';
const nodeVersion = '24';
/** Native modules that the workbench cannot do without; the others stay uncompiled, and nothing here asks for them. */
const native = ['@vscode/spdlog', 'node-pty', '@vscode/native-watchdog', '@vscode/fs-copyfile', '@vscode/deviceid'];

export const cache = process.env.CALQUE_VSCODE_CACHE ?? path.join(os.homedir(), '.cache/calque-vscode');

/** Installs code-server where it is missing. Returns how to run it. */
export function install() {
  const done = path.join(cache, `ready-${codeServerVersion}`);
  const node24 = path.join(cache, 'node24');
  const server = path.join(cache, 'package');
  const bin = path.join(node24, 'node_modules/node/bin');
  const run = (command, args, cwd, env = {}) => {
    console.log(`  ${command} ${args.join(' ')}`);
    execFileSync(command, args, {
      cwd,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}`, ...env},
    });
  };
  if (!fs.existsSync(done)) {
    console.log(`Installing code-server ${codeServerVersion} in ${cache}`);
    fs.mkdirSync(node24, {recursive: true});
    const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
    if (!fs.existsSync(bin)) {
      fs.writeFileSync(path.join(node24, 'package.json'), '{"private": true}');
      run('npm', ['i', `node@${nodeVersion}`, ...quiet], node24);
    }
    run('npm', ['pack', `code-server@${codeServerVersion}`, '--silent'], cache);
    run('tar', ['xzf', `code-server-${codeServerVersion}.tgz`], cache);
    const bare = ['i', '--omit=dev', '--ignore-scripts', ...quiet];
    const inside = path.join(server, 'lib/vscode');
    run('npm', bare, server);
    run('npm', bare, inside);
    // Beside the package with Node and its headers lies one that only chooses it.
    const parts = path.join(node24, 'node_modules/node/node_modules');
    const nodedir = fs
      .readdirSync(parts)
      .map((name) => path.join(parts, name))
      .find((folder) => fs.existsSync(path.join(folder, 'include/node/common.gypi')));
    for (const name of native) run('npm', ['rebuild', name], inside, nodedir ? {npm_config_nodedir: nodedir} : {});
    run('npm', bare, path.join(inside, 'extensions'));
    fs.writeFileSync(done, '');
  }
  return {node: path.join(bin, 'node'), entry: path.join(server, 'out/node/entry.js')};
}

/** Starts code-server with one extension on a folder; `stop` ends it. */
export async function start({vsix, folder, home, port}) {
  const {node, entry} = install();
  const dirs = ['--user-data-dir', path.join(home, 'user'), '--extensions-dir', path.join(home, 'extensions')];
  execFileSync(node, [entry, '--install-extension', vsix, ...dirs], {stdio: ['ignore', 'ignore', 'pipe']});
  fs.mkdirSync(path.join(home, 'user/User'), {recursive: true});
  fs.writeFileSync(
    path.join(home, 'user/User/settings.json'),
    JSON.stringify({
      'workbench.startupEditor': 'none',
      'security.workspace.trust.enabled': false,
      'editor.wordWrap': 'on',
      'editor.codeActionsOnSave': {},
      'files.autoSave': 'off',
    }),
  );
  const child = spawn(
    node,
    [
      entry,
      '--bind-addr',
      `127.0.0.1:${port}`,
      '--auth',
      'none',
      '--disable-telemetry',
      '--disable-update-check',
      '--disable-workspace-trust',
      ...dirs,
      folder,
    ],
    {stdio: ['ignore', 'pipe', 'pipe'], detached: true},
  );
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      log += data;
    });
  const stop = () => {
    try {
      // It starts processes of its own: all of its group end with it.
      process.kill(-child.pid, 'SIGTERM');
    } catch {}
  };
  for (let i = 0; i < 120; i++) {
    if (child.exitCode !== null) throw new Error(`code-server ended:\n${log}`);
    try {
      if ((await fetch(`http://127.0.0.1:${port}/healthz`)).ok) return {stop, log: () => log};
    } catch {}
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  stop();
  throw new Error(`code-server does not answer:\n${log}`);
}
