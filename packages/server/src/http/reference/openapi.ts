import { PROBLEMS, problem, ROUTES, type Route } from '@avow/contract'
import { z } from 'zod'

type Schema = { readonly [name: string]: unknown }

/** Of one installation: its version and where it is found. */
export interface About {
  readonly version: string
  readonly publicUrl: string
}

/** The description of `/api/v1` in OpenAPI 3.1, from the same shapes that the server checks by. */
export function openApi({ version, publicUrl }: About): Schema {
  const components = new Map<string, Schema>()
  const paths: Record<string, Record<string, Schema>> = {}
  for (const [name, route] of Object.entries<Route>(ROUTES)) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(name, route, components) }
  }
  const ofProblem = shapeOf(problem, components)
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Avow',
      version,
      summary: 'The service desk that keeps its word',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    security: [{ key: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key of the workspace' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: sessionCookie(publicUrl),
          description: 'The desk in the browser',
        },
      },
      responses: {
        Problem: {
          description: `What went wrong (RFC 9457). code is one of: ${Object.keys(PROBLEMS).join(', ')}`,
          content: { 'application/problem+json': { schema: ofProblem } },
        },
      },
      schemas: Object.fromEntries(components),
    },
  }
}

function sessionCookie(publicUrl: string): string {
  return publicUrl.startsWith('https://') ? '__Host-avow.session_token' : 'avow.session_token'
}

function operationOf(name: string, route: Route, components: Map<string, Schema>): Schema {
  const { method, who, says, params, query, needsKey } = route
  return {
    operationId: name,
    summary: says,
    description: who === 'member' ? 'Anybody of the workspace.' : `Needs the permission ${who}.`,
    parameters: [
      ...parametersOf('path', params, components),
      ...parametersOf('query', query, components),
      { name: 'Avow-Workspace', in: 'header', required: false, schema: { type: 'string' } },
      ...(method === 'POST'
        ? [{ name: 'Idempotency-Key', in: 'header', required: needsKey === true, schema: { type: 'string' } }]
        : []),
    ],
    ...bodyOf(route, components),
    responses: { ...answersOf(route, components), default: { $ref: '#/components/responses/Problem' } },
  }
}

function bodyOf({ body, takes }: Route, components: Map<string, Schema>): Schema {
  if (takes === 'bytes') return { requestBody: { required: true, content: { 'application/octet-stream': {} } } }
  if (body === undefined) return {}
  return { requestBody: { required: true, content: { 'application/json': { schema: shapeOf(body, components) } } } }
}

function answersOf({ answer, bytes, status, says }: Route, components: Map<string, Schema>): Schema {
  if (bytes) return { 200: { description: says, content: { '*/*': {} } } }
  if (answer === undefined) return { 204: { description: says } }
  return {
    [status ?? 200]: { description: says, content: { 'application/json': { schema: shapeOf(answer, components) } } },
  }
}

function parametersOf(where: 'path' | 'query', shape: z.ZodType | undefined, components: Map<string, Schema>) {
  if (!(shape instanceof z.ZodObject)) return []
  return Object.entries<z.ZodType>(shape.shape).map(([name, part]) => ({
    name,
    in: where,
    required: where === 'path' || !part.safeParse(undefined).success,
    schema: shapeOf(part, components),
  }))
}

/** A shape as JSON Schema; the named ones within become components. */
function shapeOf(shape: z.ZodType, components: Map<string, Schema>): Schema {
  const { $schema: _, $defs = {}, ...schema } = z.toJSONSchema(shape, { io: 'input', target: 'draft-2020-12' })
  for (const [name, definition] of Object.entries($defs)) components.set(componentOf(name), pointed(definition))
  return pointed(schema)
}

/** The one shape without a name is that of any JSON, which holds itself. */
function componentOf(name: string): string {
  return name.startsWith('__schema') ? 'Json' : name
}

function pointed(schema: object): Schema {
  const text = JSON.stringify(schema, (key, value: unknown) => {
    // The bounds of every integer in JavaScript say nothing about ours.
    if ((key === 'minimum' || key === 'maximum') && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER)
      return undefined
    // A name within: it stands among the components, and not where it is used.
    if (key === 'id' && typeof value === 'string') return undefined
    return value
  })
  const read: Schema = JSON.parse(
    text.replace(/"#\/\$defs\/(\w+)"/g, (_, name: string) =>
      JSON.stringify(`#/components/schemas/${componentOf(name)}`),
    ),
  )
  return read
}
