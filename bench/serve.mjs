// How fast `calque serve` answers: the median time of one article of 5 KB after another, warm, and many at once.
//
//   npm run build && node bench/serve.mjs [--requests 500] [--parallel 200]
//
// Ends with 1 when a request is lost.
import {spawn} from 'node:child_process';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const option = (name, other) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? other : Number(process.argv[at + 1]);
};
const requests = option('--requests', 500);
const parallel = option('--parallel', 200);
const cli = path.join(path.dirname(fileURLToPath(import.meta.url)), '../dist/cli.js');

const server = spawn(process.execPath, [cli, 'serve', '--port', '0', '--no-config'], {
  stdio: ['ignore', 'ignore', 'pipe'],
});
const base = await new Promise((resolve) => {
  server.stderr.on('data', (chunk) => {
    const found = /http:\/\/\S+/.exec(String(chunk));
    if (found) resolve(found[0]);
  });
});

const names = ['Tabarov', 'Kelmendi', 'Orsova', 'Lindqvist', 'Haddadin', 'Mirzoyan', 'Petkunas'];
/** Another article each time, so that nothing can be remembered. */
function article(n) {
  let text = '';
  for (let i = 0; text.length < 5000; i++) {
    const name = names[(n + i) % names.length];
    text += `The governor, ${name}, said on Monday that road ${n + i} would be closed for ${i + 2} days , and that the council had approved the plan. Residents of the district were told to use the bridge.${i % 4 === 3 ? '\n\n' : ' '}`;
  }
  return text;
}

async function ask(n) {
  const response = await fetch(`${base}/v1/lint`, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({id: n, text: article(n)}),
  });
  const {id, findings} = await response.json();
  if (response.status !== 200 || id !== n || findings.length === 0)
    throw new Error(`request ${n}: ${response.status}`);
}

let lost = 0;
try {
  for (let n = 0; n < 100; n++) await ask(n);
  const times = [];
  for (let n = 0; n < requests; n++) {
    const start = performance.now();
    await ask(n);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(share * (times.length - 1))].toFixed(2);
  console.log(
    `${requests} one after another: median ${at(0.5)} ms, 95 in 100 within ${at(0.95)} ms, most ${at(1)} ms`,
  );
  const start = performance.now();
  const all = await Promise.allSettled(Array.from({length: parallel}, (_, n) => ask(n)));
  lost = all.filter(({status}) => status === 'rejected').length;
  console.log(`${parallel} at once: ${(performance.now() - start).toFixed(0)} ms, ${lost} lost`);
} finally {
  server.kill();
}
process.exitCode = lost > 0 ? 1 : 0;
