import type { Me, Permission } from '@avow/contract'
import { createContext, type ReactNode, use } from 'react'
import { useWords } from '../../messages/words.tsx'
import { type Moments, momentsOf } from '../../time/moments.ts'

const MeContext = createContext<Me | undefined>(undefined)

export function MeProvider({ me, children }: { readonly me: Me; readonly children: ReactNode }) {
  return <MeContext value={me}>{children}</MeContext>
}

/** Who is signed in, and in which workspace. */
export function useMe(): Me {
  const me = use(MeContext)
  if (me === undefined) throw new Error('nobody is signed in here')
  return me
}

export function useMay(permission: Permission): boolean {
  return useMe().permissions.includes(permission)
}

/** Times are those of the workspace, where the promises are made. */
export function useMoments(): Moments {
  return momentsOf(useWords().locale, useMe().workspace.zone)
}
