/** What the notices of a version are about, and of its reminders: they begin with it. */
export function onceOf(version: number): string {
  return `charter/${version}/`
}
