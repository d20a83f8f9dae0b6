// Counts which letters follow each other in people's names, over every locale of @faker-js/faker whose names
// are in Latin letters, and writes how surprising each pair is: see ORIGIN.md.
//   npm install @faker-js/faker@10 && node prepare.mjs > letter-pairs.txt
import { allLocales } from '@faker-js/faker'

const alphabet = ' abcdefghijklmnopqrstuvwxyz'
const fold = (name) =>
  name.toLowerCase().replaceAll('ß', 'ss').replaceAll('ø', 'o').replaceAll('ł', 'l').replaceAll('đ', 'd')
    .replaceAll('ı', 'i').replaceAll('æ', 'ae').replaceAll('œ', 'oe').replaceAll('þ', 'th').replaceAll('ð', 'd')
    .normalize('NFD').replace(/\p{M}/gu, '')
const names = new Set()
for (const locale of Object.values(allLocales)) {
  const parts = [locale.person?.first_name, locale.person?.last_name].flatMap((one) => Object.values(one ?? {}))
  for (const part of parts.flat()) if (typeof part === 'string') for (const word of fold(part).split(/[\s'’.-]+/)) {
    if (/^[a-z]{2,}$/.test(word)) names.add(word)
  }
}
const seen = Array.from(alphabet, () => Array.from(alphabet, () => 0.05))
for (const name of names) {
  const walk = ` ${name} `
  for (let at = 1; at < walk.length; at++) seen[alphabet.indexOf(walk[at - 1])][alphabet.indexOf(walk[at])]++
}
console.error(`${names.size} words`)
for (const row of seen) {
  const all = row.reduce((sum, n) => sum + n)
  console.log(row.map((n) => Math.round(-10 * Math.log2(n / all))).join(' '))
}
