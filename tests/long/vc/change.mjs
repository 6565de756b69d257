// Writes one changed copy after another of a signed file: every value, every key, every list in another order.
// usage: node change.mjs FILE FOLDER ; prints how many
import {readFileSync, writeFileSync} from 'node:fs';

const [file, folder] = process.argv.slice(2);
const source = readFileSync(file, 'utf8');
let count = 0;

const other = (value) => typeof value === 'boolean' ? !value : value.length > 1 && value[0] !== value.at(-1) ? value.at(-1) + value.slice(1) : value + '0';

function write(change) {
  const copy = JSON.parse(source);
  if (change(copy) === false) return;
  const text = JSON.stringify(copy);
  if (text === source) throw new Error('a copy that is the same');
  writeFileSync(`${folder}/${String(++count).padStart(4, '0')}.json`, text);
}

const at = (copy, path) => path.reduce((node, key) => node[key], copy);

function walk(node, path) {
  if (typeof node !== 'object') {
    const last = path.at(-1);
    write((copy) => { at(copy, path.slice(0, -1))[last] = other(node); });
    return;
  }
  if (Array.isArray(node) && node.length > 1) write((copy) => { at(copy, path).reverse(); });
  if (Array.isArray(node)) write((copy) => { at(copy, path).push(structuredClone(node.at(-1))); });
  if (Array.isArray(node)) write((copy) => { at(copy, path).pop(); });
  for (const key of Object.keys(node)) {
    if (!Array.isArray(node)) {
      write((copy) => { const parent = at(copy, path); parent[key + 'x'] = parent[key]; delete parent[key]; });
      write((copy) => { delete at(copy, path)[key]; });
    }
    walk(node[key], [...path, key]);
  }
  if (!Array.isArray(node)) write((copy) => { at(copy, path).added = 'more'; });
}

walk(JSON.parse(source), []);
console.log(count);
