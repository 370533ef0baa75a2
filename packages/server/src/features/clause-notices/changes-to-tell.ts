import type { ClauseDifferenceJson } from '@avow/contract'
import type { CompiledCharter } from '@avow/core'
import type { Colleague } from './concerned-staff.ts'

export interface ChangesToTell {
  readonly version: number
  /** UTC ms. */
  readonly effective: number
  readonly charter: CompiledCharter
  readonly differences: readonly ClauseDifferenceJson[]
  /** Address in links, without a slash at its end; empty where there is none. */
  readonly publicUrl: string
}

export interface Told {
  readonly colleague: Colleague
  /** What changed of what is for them. */
  readonly differences: readonly ClauseDifferenceJson[]
}
