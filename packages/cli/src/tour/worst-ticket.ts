/**
 * A ticket worth explaining: of those whose first answer (P1) was broken, the one with the latest due time. `lines` is what
 * `avow backtest --out` wrote. Undefined where nothing was broken.
 */
export function worstTicket(lines: string): string | undefined {
  let worst: { readonly ticket: string; readonly due: string } | undefined
  for (const line of lines.split('\n')) {
    if (!line.includes('"broken"')) continue
    const { ticket, promise, due } = JSON.parse(line) as { ticket: string; promise: string; due: string }
    if (promise === 'P1' && (worst === undefined || due > worst.due)) worst = { ticket, due }
  }
  return worst?.ticket
}
