/** The findings of `check`: a closed list, each with its severity and its row in docs/findings.md. */
export const CHECK_CODES = {
  'uncovered-case': { severity: 'error' },
  'uncovered-unknown': { severity: 'warning' },
  'uncovered-remedy': { severity: 'warning' },
  'empty-scope': { severity: 'error' },
  'overlapping-rows': { severity: 'error' },
  'unreachable-row': { severity: 'error' },
  'duplicate-row': { severity: 'error' },
  'row-changes-nothing': { severity: 'warning' },
  'table-too-large': { severity: 'warning' },
  'calendar-never-opens': { severity: 'error' },
  'closed-longer-than-target': { severity: 'warning' },
  'holidays-run-out': { severity: 'warning' },
  'holidays-without-end': { severity: 'warning' },
  'text-missing': { severity: 'warning' },
  'master-text-missing': { severity: 'error' },
  'target-not-told': { severity: 'warning' },
  'given-up-conflict': { severity: 'error' },
  'target-of-nothing': { severity: 'error' },
  'steps-out-of-order': { severity: 'warning' },
  'unused-part': { severity: 'warning' },
} as const satisfies Record<string, { readonly severity: 'error' | 'warning' }>

export type CheckCode = keyof typeof CHECK_CODES
