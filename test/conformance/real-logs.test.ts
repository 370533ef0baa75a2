import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, describe, expect } from 'vitest'
import { itOn } from './corpus.ts'
import { runBin } from './run-bin.ts'

const folder = mkdtempSync(join(tmpdir(), 'avow-logs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Figures {
  readonly tickets: number
  readonly events: number
  readonly promises: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly lines: {
    readonly read: number
    readonly used: number
    readonly skipped: Readonly<Record<string, { readonly count: number }>>
  }
}

async function backtest(id: string, history: string, ...more: readonly string[]): Promise<Figures> {
  const args = [
    'backtest',
    `charters/${id}.yaml`,
    '--map',
    `mappings/${id}.yaml`,
    '--history',
    history,
    '--json',
    ...more,
  ]
  const { code, stdout, stderr } = await runBin(args)
  expect([code, stderr]).toEqual([0, ''])
  return JSON.parse(stdout) as Figures
}

function counts({ lines }: Figures): Record<string, number> {
  const skipped = Object.fromEntries(Object.entries(lines.skipped).map(([reason, { count }]) => [reason, count]))
  expect(Object.values(skipped).reduce((sum, count) => sum + count, lines.used)).toBe(lines.read)
  return { read: lines.read, used: lines.used, ...skipped }
}

describe('the incident log of the UCI archive', () => {
  const LOG = 'data/history/uci-incidents-dev.csv.gz'
  const out = join(folder, 'uci.jsonl')

  itOn(LOG, 'is accounted for row by row, and judged', async (path) => {
    const figures = await backtest('uci-incidents', path, '--out', out)
    expect(counts(figures)).toEqual({ read: 86_075, used: 68_122, 'nothing changed': 17_953 })
    expect(figures).toMatchObject({
      tickets: 15_048,
      events: 94_577,
      promises: { P1: { running: 0, paused: 0, cancelled: 0 } },
    })
    const { kept = 0, broken = 0 } = figures.promises['P1'] ?? {}
    expect(kept + broken).toBe(15_048)
  })

  itOn(LOG, 'agrees with its own “made SLA” at closing, for at least 98.5 % of each priority', (path) => {
    const broken = new Map<string, boolean>()
    for (const line of readFileSync(out, 'utf8').trimEnd().split('\n')) {
      const { ticket, state } = JSON.parse(line) as { ticket: string; state: string }
      broken.set(ticket, state === 'broken')
    }
    const agreed = new Map<string, { all: number; same: number }>()
    for (const [ticket, { priority, madeSla }] of closings(path)) {
      const count = agreed.get(priority) ?? { all: 0, same: 0 }
      agreed.set(priority, count)
      count.all++
      if (broken.get(ticket) === (madeSla === 'false')) count.same++
    }
    const shares = Object.fromEntries(
      [...agreed].map(([priority, { all, same }]) => [priority.slice(0, 1), same / all]),
    )
    console.log(
      `agreement with made_sla: ${[...agreed]
        .sort()
        .map(([priority, { all, same }]) => `${priority} ${same}/${all}`)
        .join(', ')}`,
    )
    expect([...agreed.values()].reduce((sum, { all }) => sum + all, 0)).toBe(15_048)
    expect(shares['3']).toBeGreaterThanOrEqual(0.985)
    expect(shares['4']).toBeGreaterThanOrEqual(0.985)
  })

  itOn(LOG, 'is explained incident by incident', async (path) => {
    const { code, stdout } = await runBin([
      'explain',
      'charters/uci-incidents.yaml',
      '--map',
      'mappings/uci-incidents.yaml',
      '--ticket',
      path,
      '--id',
      'INC0000057',
      '--all',
    ])
    expect(code).toBe(0)
    expect(stdout).toContain('Ticket INC0000057: closed')
    expect(stdout).toContain('✓ KEPT  P1  done Sun 6 Mar 2016 03:00, due Tue 8 Mar 2016 16:10')
    expect(stdout).toContain('Used 113 h 50 min of 154 h of weekdays when it was done.')
  })
})

/** The last closing row of each incident, read without anything of ours: the log has no quotes. */
function closings(path: string): ReadonlyMap<string, { readonly priority: string; readonly madeSla: string }> {
  const [header = '', ...rows] = gunzipSync(readFileSync(path)).toString().trimEnd().split('\r\n')
  const names = header.split(',')
  const [number, state, priority, madeSla] = ['number', 'incident_state', 'priority', 'made_sla'].map((name) =>
    names.indexOf(name),
  )
  const last = new Map<string, { priority: string; madeSla: string }>()
  for (const row of rows) {
    const cells = row.split(',')
    if (cells[state ?? -1] !== 'Closed') continue
    last.set(cells[number ?? -1] ?? '', { priority: cells[priority ?? -1] ?? '', madeSla: cells[madeSla ?? -1] ?? '' })
  }
  return last
}

describe('the log of an Italian help desk', () => {
  const LOG = 'data/history/helpdesk-italy.csv.gz'

  itOn(LOG, 'is accounted for row by row, and judged', async (path) => {
    const figures = await backtest('helpdesk-italy', path)
    expect(counts(figures)).toEqual({
      read: 21_348,
      used: 20_558,
      duplicate: 127,
      'skipped by name': 6,
      'nothing changed': 657,
    })
    expect(figures).toMatchObject({ tickets: 4580, events: 34_987 })
    for (const id of ['P1', 'P2']) {
      const { kept = 0, broken = 0, running = 0, paused = 0, cancelled = 0 } = figures.promises[id] ?? {}
      expect(kept + broken + running + paused + cancelled).toBe(4580)
      expect(kept).toBeGreaterThan(0)
      expect(broken).toBeGreaterThan(0)
    }
  })
})
