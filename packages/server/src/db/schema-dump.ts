import type { ClientBase } from 'pg'

/** Each query answers lines of one kind: `place` sorts and groups them, `line` is what is said. */
const QUERIES = [
  // Tables and their columns. Not-null is said here, so the constraints of that kind (catalogued from 18 on) are left out.
  `select format('%I.%I', n.nspname, c.relname) as place, 0 as kind, 0 as rank,
          'table ' || case when c.relrowsecurity and c.relforcerowsecurity then 'row-level security forced'
                           when c.relrowsecurity then 'row-level security enabled' else 'no row-level security' end as line
     from pg_class c join ours n on n.oid = c.relnamespace where c.relkind in ('r', 'p')`,
  `select format('%I.%I', n.nspname, c.relname), 1, a.attnum::int,
          format('  %I %s', a.attname, format_type(a.atttypid, a.atttypmod)) || case when a.attnotnull then ' not null' else '' end
            || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
     from pg_attribute a join pg_class c on c.oid = a.attrelid join ours n on n.oid = c.relnamespace
     left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`,
  `select format('%I.%I', n.nspname, c.relname), 2, 0, format('  constraint %I %s', o.conname, pg_get_constraintdef(o.oid))
     from pg_constraint o join pg_class c on c.oid = o.conrelid join ours n on n.oid = c.relnamespace
    where o.contype <> 'n'`,
  `select format('%I.%I', n.nspname, c.relname), 3, 0, '  ' || pg_get_indexdef(i.indexrelid)
     from pg_index i join pg_class c on c.oid = i.indrelid join ours n on n.oid = c.relnamespace
    where not exists (select from pg_constraint o where o.conindid = i.indexrelid and o.conrelid = i.indrelid)`,
  `select format('%I.%I', p.schemaname, p.tablename), 4, 0,
          format('  policy %I %s for %s to %s', p.policyname, lower(p.permissive), lower(p.cmd), array_to_string(p.roles, ', '))
            || coalesce(' using ' || p.qual, '') || coalesce(' with check ' || p.with_check, '')
     from pg_policies p join ours n on n.nspname = p.schemaname`,
  `select format('%I.%I', n.nspname, c.relname), 5, 0, '  ' || pg_get_triggerdef(t.oid)
     from pg_trigger t join pg_class c on c.oid = t.tgrelid join ours n on n.oid = c.relnamespace
    where not t.tgisinternal`,
  `select format('%I.%I', n.nspname, c.relname), 6, 0,
          format('  grant %s to %s', string_agg(lower(g.privilege_type), ', ' order by g.privilege_type), coalesce(r.rolname, 'public'))
     from pg_class c join ours n on n.oid = c.relnamespace
    cross join aclexplode(c.relacl) g left join pg_roles r on r.oid = g.grantee
    where c.relkind in ('r', 'p', 'v', 'm') and g.grantee <> c.relowner group by n.nspname, c.relname, r.rolname`,
  `select format('%I.%I', n.nspname, c.relname), 7, 0,
          format('  grant %s (%s) to %s', lower(g.privilege_type), string_agg(quote_ident(a.attname), ', ' order by a.attnum),
            coalesce(r.rolname, 'public'))
     from pg_attribute a join pg_class c on c.oid = a.attrelid join ours n on n.oid = c.relnamespace
    cross join aclexplode(a.attacl) g left join pg_roles r on r.oid = g.grantee
    where c.relkind in ('r', 'p', 'v', 'm') group by n.nspname, c.relname, r.rolname, g.privilege_type`,
  `select format('%I.%I', n.nspname, c.relname), 8, 0, 'view ' || pg_get_viewdef(c.oid)
     from pg_class c join ours n on n.oid = c.relnamespace where c.relkind in ('v', 'm')`,
  `select format('%I.%I', n.nspname, p.proname), 9, 0, pg_get_functiondef(p.oid)
     from pg_proc p join ours n on n.oid = p.pronamespace where p.prokind in ('f', 'p')
      and not exists (select from pg_depend e where e.objid = p.oid and e.deptype = 'e')`,
]

/** What extensions bring is not of our making. */
const OURS = `with ours as (select oid, nspname from pg_namespace where nspname !~ '^(pg_|information_schema$)')`

interface Line {
  readonly place: string
  readonly line: string
}

/**
 * The schema as the catalogue tells it, in an order that does not depend on how it came about: the golden dump that a
 * change of schema is reviewed by. The same text on every PostgreSQL from 15 on.
 */
export async function dumpSchema(connection: ClientBase): Promise<string> {
  const { rows } = await connection.query<Line>(
    `${OURS} select place, line from (${QUERIES.join('\nunion all\n')}) as said (place, kind, rank, line)
      order by place collate "C", kind, rank, line collate "C"`,
  )
  const text: string[] = []
  let last = ''
  for (const { place, line } of rows) {
    if (place !== last) text.push('', place)
    last = place
    text.push(line.replace(/^(?! )/, '  ').replaceAll(/[ \t]+$/gm, ''))
  }
  return `${text.slice(1).join('\n')}\n`
}
