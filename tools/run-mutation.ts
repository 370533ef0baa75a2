import { MUTATION_PARTS } from './mutation-parts.ts'
import { runPackageBin } from './run-command.ts'

/**
 * `npm run test:mutation [-- PART …]`: Stryker over parts of core, one after another. What it found of a part stands in
 * out/mutation/PART.html and .json; a part run again takes what has not changed from PART.incremental.json beside them.
 * Fails where a part is below the least score (`thresholds` of mutation.config.ts).
 */
export async function main(names: readonly string[]): Promise<number> {
  const known = [...MUTATION_PARTS.keys()]
  if (names.some((name) => !known.includes(name))) {
    console.error(`npm run test:mutation [-- ${known.join(' | ')} …]   without a name all of them, one after another`)
    return 2
  }
  const failed: string[] = []
  for (const part of names.length > 0 ? names : known) {
    console.log(`Mutants of ${part} …`)
    const { code } = await runPackageBin('@stryker-mutator/core', 'stryker', ['run', 'tools/mutation.config.ts'], {
      show: true,
      env: { ...process.env, AVOW_MUTATION_PART: part },
    })
    if (code !== 0) failed.push(part)
  }
  for (const part of failed) console.log(`${part} failed; what survived stands in out/mutation/${part}.html`)
  return failed.length === 0 ? 0 : 1
}
