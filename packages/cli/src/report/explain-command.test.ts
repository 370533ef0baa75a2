import { describe, expect, it } from 'vitest'
import { smallInput } from '../../test/report/small-report.ts'
import { explainCommand } from './explain-command.ts'

const small = smallInput([], '2026-12-30T12:00:00Z')
const command = (ticket: string, ...historyFiles: string[]) =>
  explainCommand({ ...small, charterFile: 'charters/shop.yaml', historyFiles }, ticket)

describe('the command for a why', () => {
  it('names the files that were read and the ticket', () => {
    expect(command('1866', 'out/history.jsonl')).toBe(
      'npx avow explain charters/shop.yaml --ticket out/history.jsonl --id 1866',
    )
  })

  it('is quoted where a shell would read it otherwise', () => {
    expect(command("it's $HOME", 'my history.jsonl')).toBe(
      "npx avow explain charters/shop.yaml --ticket 'my history.jsonl' --id 'it'\\''s $HOME'",
    )
    expect(command('-5', 'a.jsonl')).toContain('--id=-5')
  })

  it('reads several histories one after another, where they are lines', () => {
    expect(command('7', 'a.jsonl', 'b c.jsonl')).toBe(
      "cat a.jsonl 'b c.jsonl' | npx avow explain charters/shop.yaml --ticket - --id 7",
    )
    expect(command('7', 'a.csv', 'b.csv')).toContain('--ticket FILE')
    expect(command('7', '-')).toContain('--ticket FILE')
  })

  it('says what the backtest was told beside: the mapping, the instant', () => {
    const explainOptions = ['--map', 'm.yaml', '--at', '2026-12-01']
    expect(explainCommand({ ...small, historyFiles: ['a.csv'], explainOptions }, '7')).toBe(
      'npx avow explain CHARTER --ticket a.csv --map m.yaml --at 2026-12-01 --id 7',
    )
  })

  it('is left out for an id that cannot be shown as it is', () => {
    expect(command('a\u202eb', 'a.jsonl')).toBeUndefined()
    expect(command('a\u0000b', 'a.jsonl')).toBeUndefined()
    expect(command('x'.repeat(500), 'a.jsonl')).toBeUndefined()
  })
})
