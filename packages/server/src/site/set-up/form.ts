/** What a form of these pages sent. */
export class SetUpForm {
  private readonly fields: ReadonlyMap<string, unknown>

  constructor(body: unknown) {
    this.fields = new Map(Object.entries(typeof body === 'object' && body !== null ? body : {}))
  }

  /** What was typed, without spaces around it; empty where nothing was. */
  text(name: string): string {
    return this.raw(name).trim()
  }

  /** As it was typed: spaces of a password are part of it. */
  raw(name: string): string {
    return this.all(name)[0] ?? ''
  }

  /** Every value of a field that may be given several times. */
  all(name: string): readonly string[] {
    const value = this.fields.get(name)
    const values: readonly unknown[] = Array.isArray(value) ? value : [value]
    return values.filter((each) => typeof each === 'string')
  }

  has(name: string, value: string): boolean {
    return this.all(name).includes(value)
  }
}

export const NOTHING_TYPED = new SetUpForm({})
