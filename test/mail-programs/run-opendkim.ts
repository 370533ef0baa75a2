import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What opendkim finds out of the signatures of a mail, in their order: `pass rsa`, with the selector. `keys`: the values of
 * the DNS by name.
 */
export function verifyWithOpendkim(
  program: string,
  folder: string,
  { raw, keys }: { readonly raw: Buffer; readonly keys: Readonly<Record<string, string>> },
): readonly string[] {
  const [configuration, known, mail] = ['opendkim.conf', 'opendkim.keys', 'opendkim.eml'].map((name) =>
    join(folder, name),
  )
  if (configuration === undefined || known === undefined || mail === undefined) throw new Error('no files')
  const lines = Object.entries(keys).map(([name, value]) => `${name} ${value}\n`)
  writeFileSync(known, lines.join(''))
  writeFileSync(configuration, `Mode v\nTestPublicKeys ${known}\nOn-Default accept\n`)
  writeFileSync(mail, raw)
  const { status, stdout, stderr } = spawnSync(program, ['-x', configuration, '-vv', '-t', mail], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`opendkim ended with ${status}:\n${stdout}${stderr}`)
  return [...stdout.matchAll(/dkim=(\w+)[^;]*header\.s=([^\s;]+)/g)].map(
    ([, result, selector]) => `${result} ${selector}`,
  )
}
