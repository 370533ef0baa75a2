import { format } from 'node:util'
import { expect, vi } from 'vitest'

/** One `it` of a test file. */
export interface CollectedTest {
  /** Its file and names from the outermost `describe` in; no two are the same. */
  readonly id: string
  readonly file: string
  readonly run: () => Promise<void>
}

type Act = (...args: never[]) => unknown
type Hook = () => unknown

/** `describe` and `it` as the tests of core use them, over a list of their own, with the `expect` of vitest. */
export class Collector {
  readonly tests: CollectedTest[] = []
  readonly #ids = new Map<string, number>()
  #file = ''
  #names: readonly string[] = []
  #afterEach: readonly Hook[] = []

  /** What stands in place of the package vitest. */
  readonly vitest = {
    describe: withEach((name, act) => this.#describe(name, act)),
    it: withEach((name, act) => this.#add(name, act)),
    afterEach: (hook: Hook) => {
      this.#afterEach = [...this.#afterEach, hook]
    },
    // What is asked after all tests of a file (how many cases there were) holds only where all are run.
    afterAll: () => undefined,
    expect,
    vi,
  }

  /** The tests that loading a file makes, under its name. Throws what the file throws. */
  collect(file: string, load: () => void): void {
    this.#file = file
    this.#names = []
    this.#afterEach = []
    load()
  }

  clear(): void {
    this.tests.length = 0
    this.#ids.clear()
  }

  #describe(name: string, act: Hook): void {
    const [names, hooks] = [this.#names, this.#afterEach]
    this.#names = [...names, name]
    act()
    this.#names = names
    this.#afterEach = hooks
  }

  #add(name: string, act: Hook): void {
    const file = this.#file
    const plain = [file, ...this.#names, name].join(' > ')
    const before = this.#ids.get(plain) ?? 0
    this.#ids.set(plain, before + 1)
    const hooks = this.#afterEach
    const run = async () => {
      try {
        await act()
      } finally {
        for (const hook of hooks) hook()
      }
    }
    this.tests.push({ id: before === 0 ? plain : `${plain} (${before + 1})`, file, run })
  }
}

/** `it` or `describe`, and its `each`: one for every case, arrays spread over the parameters. */
function withEach(add: (name: string, act: Hook) => void) {
  const one = (name: string, ...rest: readonly unknown[]) => add(name, actOf(rest))
  const each =
    (cases: readonly unknown[]) =>
    (name: string, ...rest: readonly unknown[]) => {
      const act = actOf(rest) as Act
      for (const values of cases) {
        const args = (Array.isArray(values) ? values : [values]) as never[]
        add(format(name, ...args.slice(0, name.split('%').length - 1)), () => act(...args))
      }
    }
  return Object.assign(one, { each })
}

/** The function among what follows a name: options and a time limit may stand beside it. */
function actOf(rest: readonly unknown[]): Hook {
  const act = rest.find((one) => typeof one === 'function')
  if (act === undefined) throw new Error('a test without a function')
  return act as Hook
}
