declare module 'virtual:routes' {
  import type { Method, ROUTES as Table } from '@avow/contract'

  /** The contract's routes by name, without their shapes. */
  export const ROUTES: { readonly [Name in keyof typeof Table]: { readonly method: Method; readonly path: string } }
}
