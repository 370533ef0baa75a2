import { describe, expect, it } from 'vitest'
import { avow, avowIn } from '../test/run-avow.ts'

describe('avow', () => {
  it('lists its commands', async () => {
    for (const args of [[], ['help'], ['--help'], ['-h']]) {
      const { code, stdout, stderr } = await avow(...args)
      expect([code, stderr]).toEqual([0, ''])
      for (const command of ['check', 'test', 'explain', 'backtest', 'diff', 'clock', 'convert', 'schema'])
        expect(stdout).toContain(`avow ${command}`)
      expect(stdout).not.toContain('\x1b[')
    }
  })

  it('tells more about one command', async () => {
    const { stdout } = await avow('help', 'backtest')
    expect(stdout).toContain('avow backtest CHARTER [OPTIONS]')
    expect(stdout).toContain('--history FILE…')
    expect((await avow('backtest', '--help')).stdout).toBe(stdout)
    expect((await avow('backtest', 'x.yaml', '-h')).stdout).toBe(stdout)
  })

  it('says its version', async () => {
    expect(await avow('--version')).toEqual({ code: 0, stdout: 'avow 0.1.0\n', stderr: '' })
  })

  it.each([
    [['chek'], 'there is no command chek; did you mean check?', 'Try: avow help\n'],
    [['verify'], 'there is no command verify; there are: check,', 'Try: avow help\n'],
    [['constructor'], 'there is no command constructor; there are:', 'Try: avow help\n'],
    [['--versoin'], 'there is no option --versoin; did you mean --version?', 'Try: avow help\n'],
    [['help', 'chek'], 'there is no command chek; did you mean check?', 'Try: avow help\n'],
    [['check'], 'CHARTER is missing', 'Try: avow help check\n'],
    [['diff', 'a.yaml'], 'NEW is missing', 'Try: avow help diff\n'],
    [['diff'], 'OLD and NEW are missing', 'Try: avow help diff\n'],
    [['check', 'a.yaml', 'b.yaml'], 'there is no place for “b.yaml”', 'Try: avow help check\n'],
    [['check', 'a.yaml', '--qick'], 'avow check has no option --qick; did you mean --quick?', 'Try: avow help check\n'],
    [
      ['check', 'a.yaml', '-q'],
      'avow check has no option -q; there are: --quick, --json, --people, --since, --at, --allow-warnings, --help',
      'Try: avow help check\n',
    ],
    [['check', 'a.yaml', '--__proto__'], 'avow check has no option --__proto__', 'Try: avow help check\n'],
    [['check', 'a.yaml', '--quick=yes'], '--quick takes no value', 'Try: avow help check\n'],
    [['check', 'a.yaml', '--at'], '--at needs INSTANT behind it', 'Try: avow help check\n'],
    [
      ['check', 'a.yaml', '--at', '2026-01-05T10:00Z', '--at', '2026-01-06T10:00Z'],
      '--at stands twice',
      'Try: avow help check\n',
    ],
    [['convert', 'a.yaml', '--to', 'xml'], 'a.yaml: there is no such file', ''],
    [['explain', 'a.yaml'], '--ticket FILE is missing', 'Try: avow help explain\n'],
    [['backtest', 'a.yaml'], '--history FILE… is missing', 'Try: avow help backtest\n'],
    [['backtest', 'a.yaml', '--history'], '--history needs FILE… behind it', 'Try: avow help backtest\n'],
    [['backtest', 'a.yaml', '--history', 'h.jsonl', '--open'], '--open opens the report', 'Try: avow help backtest\n'],
    [
      ['backtest', 'a.yaml', '--history', 'h.jsonl', '--json', '--out', '-'],
      '--out - and --json both want standard output',
      'Try: avow help backtest\n',
    ],
  ])('refuses %j', async (args, message, hint) => {
    const { code, stdout, stderr } = await avow(...args)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(`avow: ${message}`)
    expect(stderr.endsWith(`\n${hint}`)).toBe(true)
  })

  it('colours on a terminal, and not where NO_COLOR is set', async () => {
    expect((await avowIn({ terminal: true }, 'help')).stdout).toContain('\x1b[')
    expect((await avowIn({ terminal: true, env: { NO_COLOR: '1' } }, 'help')).stdout).not.toContain('\x1b[')
    expect((await avowIn({ terminal: true, env: { TERM: 'dumb' } }, 'help')).stdout).not.toContain('\x1b[')
  })
})
