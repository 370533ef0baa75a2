/**
 * The declared names of one kind: facts, calendars, events, positions, ids of clauses. A name whose declaration is wrong
 * is known too, so that what speaks of it is not reported a second time.
 */
export class Register<T> {
  private readonly entries = new Map<string, T | undefined>()
  private readonly refused = new Set<string>()
  /** False where the section itself could not be read; then nobody can say that a name is missing. */
  isComplete = true

  declare(name: string, value: T | undefined): void {
    this.entries.set(name, value)
  }

  /** Notes that the name itself was refused: it is suggested to nobody, and what is near to it may have meant it. */
  refuse(name: string): void {
    this.refused.add(name)
  }

  /** May something speak of this name? */
  has(name: string): boolean {
    return this.entries.has(name) || !this.isComplete
  }

  /** Is it written in the source, readable or not? */
  isDeclared(name: string): boolean {
    return this.entries.has(name)
  }

  get(name: string): T | undefined {
    return this.entries.get(name)
  }

  /** Names to suggest, in the order written. */
  names(): readonly string[] {
    return [...this.entries.keys()].filter((name) => !this.refused.has(name))
  }

  refusedNames(): readonly string[] {
    return [...this.refused]
  }

  /** Those that could be read, in the order written. */
  readable(): ReadonlyMap<string, T> {
    const map = new Map<string, T>()
    for (const [name, value] of this.entries) if (value !== undefined) map.set(name, value)
    return map
  }
}
