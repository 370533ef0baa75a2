import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner'
import fc from 'fast-check'
import { type CollectedTest, Collector } from './mutation-collect.ts'
import { CompiledFiles, Modules } from './mutation-modules.ts'
import { partAtWork } from './mutation-parts.ts'

/** How long each test took without a mutant, by its id, in ms: for the process that follows one that was ended. */
const TIMES = 'mutation-times.json'

/**
 * The part of the time of all tests without a mutant that is spent on one mutant, beside the tests of its own file. A
 * mutant that survives so long is told as survived: the score is a lower bound, for a fiftieth of the time.
 */
const TIME_SHARE = Number(process.env['AVOW_MUTATION_TIME'] ?? partAtWork().timeShare ?? 0.04)
/** Which part of the mutants is tried, the same ones each time; the others end as errors, which no score counts. */
const SAMPLE = Number(process.env['AVOW_MUTATION_SAMPLE'] ?? 1)

/** What the mutants that Stryker wrote into the code read, and count in. */
interface Switches {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  hitCount?: number | undefined
  hitLimit?: number | undefined
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> }
}

/**
 * Runs the tests of a part of core within this process: modules that a mutant can reach are made anew, no process is started.
 * The quickest tests come first and the first that fails ends the run, since most mutants are killed by a quick one.
 */
class MutationRunner implements TestRunner {
  readonly #root = process.cwd()
  readonly #collector = new Collector()
  readonly #files = new CompiledFiles(
    this.#root,
    // The fast-check whose seed is fixed below: a package asked for by its name would be another copy of it.
    new Map<string, unknown>([
      ['vitest', { __esModule: true, ...this.#collector.vitest }],
      ['fast-check', { __esModule: true, default: fc }],
    ]),
    new Set(globSync([...partAtWork().mutate], { cwd: this.#root }).map((name) => resolve(this.#root, name))),
  )
  readonly #names = globSync([...partAtWork().tests], { cwd: this.#root }).toSorted()
  #times: Readonly<Record<string, number>> = {}

  capabilities() {
    return { reloadEnvironment: true }
  }

  async init(): Promise<void> {
    // The random cases are the same for every mutant, so that none is killed or survives by chance; the smallest case
    // that fails is of no interest.
    fc.configureGlobal({ seed: 20261122, endOnFailure: true })
    if (existsSync(TIMES)) this.#times = JSON.parse(readFileSync(TIMES, 'utf8'))
  }

  async dryRun(): Promise<DryRunResult> {
    const mutantCoverage = { static: {}, perTest: {} }
    set({ activeMutant: undefined, hitCount: undefined, hitLimit: undefined, mutantCoverage })
    this.#collect(this.#names)
    const tests: TestResult[] = []
    for (const test of this.#collector.tests) {
      set({ currentTestId: test.id })
      tests.push(await this.#run(test))
      set({ currentTestId: undefined })
    }
    this.#times = Object.fromEntries(tests.map((test) => [test.id, test.timeSpentMs]))
    writeFileSync(TIMES, JSON.stringify(this.#times))
    return { status: DryRunStatus.Complete, tests, mutantCoverage }
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, hitLimit, testFilter, mutantActivation, disableBail, sandboxFileName } = options
    if (drawn([relative(this.#root, sandboxFileName), activeMutant.location, activeMutant.replacement]) >= SAMPLE)
      return { status: MutantRunStatus.Error, errorMessage: 'not in the sample' }
    const wanted = testFilter === undefined ? undefined : new Set(testFilter)
    set({ activeMutant: undefined, hitCount: 0, hitLimit })
    if (mutantActivation === 'static') set({ activeMutant: activeMutant.id })
    const tests: TestResult[] = []
    const unread = this.#collect(wanted === undefined ? this.#names : filesOf(testFilter ?? []))
    if (unread === undefined) {
      set({ activeMutant: activeMutant.id })
      const chosen = this.#collector.tests.filter(({ id }) => wanted === undefined || wanted.has(id))
      const own = relative(this.#root, sandboxFileName).replace(/\.ts$/, '.test.ts')
      for (const test of this.#inTime(chosen, own)) {
        const result = await this.#run(test)
        tests.push(result)
        if (result.status === TestStatus.Failed && !disableBail) break
      }
    } else tests.push(unread)
    const tooOften = determineHitLimitReached(switches().hitCount, hitLimit)
    return toMutantRunResult(tooOften ?? { status: DryRunStatus.Complete, tests })
  }

  /** The tests of the mutant's own file, then as many others as there is time for; each time the quickest first. */
  #inTime(tests: readonly CollectedTest[], own: string): readonly CollectedTest[] {
    const ms = ({ id }: CollectedTest) => this.#times[id] ?? 0
    const sorted = tests.toSorted((a, b) => ms(a) - ms(b))
    let left = TIME_SHARE * Object.values(this.#times).reduce((sum, one) => sum + one, 0)
    const others = sorted.filter(({ file }) => file !== own)
    const inTime = others.filter((test) => {
      left -= ms(test)
      return left >= 0
    })
    return [...sorted.filter(({ file }) => file === own), ...inTime]
  }

  /** Loads test files anew. A file that cannot be loaded is told as a test of its name that failed. */
  #collect(names: readonly string[]): TestResult | undefined {
    this.#collector.clear()
    const modules = new Modules(this.#files)
    for (const name of names) {
      try {
        this.#collector.collect(name, () => modules.load(resolve(this.#root, name)))
      } catch (error) {
        const failureMessage = String(error)
        return { id: name, name, timeSpentMs: 0, status: TestStatus.Failed, failureMessage }
      }
    }
    return undefined
  }

  async #run({ id, file, run }: CollectedTest): Promise<TestResult> {
    const from = performance.now()
    const about = () => ({
      id,
      name: id,
      fileName: resolve(this.#root, file),
      timeSpentMs: performance.now() - from,
    })
    try {
      await run()
      return { ...about(), status: TestStatus.Success }
    } catch (error) {
      return { ...about(), status: TestStatus.Failed, failureMessage: String(error) }
    }
  }
}

/** A number from 0 up to 1 that is always the same for the same key. */
function drawn(key: unknown): number {
  return createHash('sha256').update(JSON.stringify(key)).digest().readUInt32BE() / 2 ** 32
}

function switches(): Switches {
  const all = globalThis as { __stryker__?: Switches }
  all.__stryker__ ??= {}
  return all.__stryker__
}

function set(some: Switches): void {
  Object.assign(switches(), some)
}

function filesOf(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.map((id) => id.slice(0, id.indexOf(' > '))))].toSorted()
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'avow', MutationRunner)]
