import {
  type CompiledCharter,
  canonicalForm,
  canonicalJson,
  compileVersion,
  readCharter,
  type ZoneTable,
} from '@avow/core'

/** A version as it is kept: RFC 8785 text with the zones inside. */
export function writePublished(data: unknown, zones: readonly ZoneTable[]): string {
  return canonicalJson(canonicalForm(data, zones))
}

/**
 * Opens a version from its canonical text. Zones are those that it carries; the runtime is not asked. Throws where the
 * text is no version, or another one than its hash says.
 */
export function readPublished(canonical: string, version: number, hash: string): CompiledCharter {
  // Our own writing: its hash is compared below.
  const { zones, ...data } = JSON.parse(canonical) as { readonly zones: readonly ZoneTable[] }
  const reading = readCharter(JSON.stringify(data), { format: 'json', zones: zones.map(({ name }) => name) })
  const { document } = reading
  if (document === undefined) throw new Error(`version ${version} cannot be read: ${reading.findings[0]?.message}`)
  const charter = compileVersion({ document, data }, zones, version)
  if (charter.hash !== hash) throw new Error(`version ${version} has the hash ${charter.hash}, and not ${hash}`)
  return charter
}
