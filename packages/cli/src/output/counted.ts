/** `1 row`, `2 rows`, `12,345 rows`. */
export function counted(count: number, what: string, many = `${what}s`): string {
  return `${thousands(count)} ${count === 1 ? what : many}`
}

/** Digits in groups of three: `12,345`. */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
