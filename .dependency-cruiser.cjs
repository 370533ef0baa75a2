// The arrows of ARCHITECTURE.md. Each comment is what a person reads who crossed one: it says what to do instead.
//
// Parser: dependency-cruiser 17 reads TypeScript through the compiler's JavaScript API, which TypeScript 7 no longer
// has. It reads it through swc instead, and then sees `import type` like any other import: an arrow is an arrow.

/** In core, a step may use what stands before it, never what stands behind it. */
const CORE_ORDER = ['calendar', 'law', 'charter', 'ticket', 'decide']
const CORE_JUDGES = ['check', 'backtest', 'measure', 'staffing', 'procedure']

const orderRules = CORE_ORDER.map((folder, place) => ({
  name: `core-order-${folder}`,
  comment:
    `In core the order is ${CORE_ORDER.join(' ← ')} ← {${CORE_JUDGES.join(', ')}}. ${folder} may not know what stands ` +
    `behind it: move what both need into ${folder} or before it, or pass it in as an argument.`,
  severity: 'error',
  from: { path: `^packages/core/src/${folder}/` },
  to: { path: `^packages/core/src/(${[...CORE_ORDER.slice(place + 1), ...CORE_JUDGES].join('|')})/` },
}))

const packageRules = [
  ['core', ['core'], 'Core is pure and knows no other package: pass what it needs as an argument.'],
  ['contract', ['contract', 'core'], 'The wire format may use core, nothing else: describe the shape in contract.'],
  [
    'server',
    ['server', 'contract', 'core'],
    'The server may use contract and core. What it shares with the desk belongs in contract.',
  ],
  [
    'web',
    ['web', 'contract', 'core'],
    'The desk may use contract and core, and speaks to the server through HTTP only.',
  ],
  ['cli', ['cli', 'core'], 'The command runs offline on core alone: what it needs of the charter belongs in core.'],
].map(([name, allowed, comment]) => ({
  name: `package-${name}`,
  comment,
  severity: 'error',
  from: { path: `^packages/${name}/` },
  to: { path: '^packages/', pathNot: `^packages/(${allowed.join('|')})/` },
}))

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'These files import each other in a circle. Move what both need into a third file that imports neither.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'by-name',
      comment:
        "Enter a package by its name ('@avow/core'), never by a path into it. Export from its index.ts what is missing.",
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: { path: '^packages/', pathNot: '^packages/$1/', dependencyTypes: ['local'], dependencyTypesNot: ['aliased'] },
    },
    {
      name: 'by-name-from-outside',
      comment:
        "Enter a package by its name ('@avow/core'), never by a path into it. Export from its index.ts what is missing.",
      severity: 'error',
      // `npm start` opens the product itself, and whole runs try the server from inside: nobody imports it by name.
      from: { path: '^(bench|test|tools)/', pathNot: '^tools/(start|tour)\\.mjs$' },
      to: {
        path: '^packages/',
        pathNot: '^packages/server/',
        dependencyTypes: ['local'],
        dependencyTypesNot: ['aliased'],
      },
    },
    ...packageRules,
    ...orderRules,
    {
      name: 'core-no-node',
      comment:
        'Core runs in the browser too and does no input or output: read in the command or the server, pass the text in.',
      severity: 'error',
      from: { path: '^packages/core/src/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-dependencies',
      comment: 'Core may use the packages yaml and re2js and no other: write it, or do it outside core.',
      severity: 'error',
      from: { path: '^packages/core/src/', pathNot: '\\.test\\.ts$' },
      to: { path: 'node_modules/', pathNot: 'node_modules/(yaml|re2js)/' },
    },
    {
      name: 'oracle-alone',
      comment:
        'The brute-force judge is the opposite witness of core: it is written from SPEC.md alone and reaches nothing ' +
        'of what it judges, not by a detour either. Write what it needs anew, beside it.',
      severity: 'error',
      from: { path: '^packages/core/test/oracle/brute-force-judge\\.ts$' },
      to: { pathNot: '^packages/core/test/oracle/', reachable: true },
    },
    {
      name: 'no-tests-in-sources',
      comment: 'A source may not import a test. Move what both need into a file of its own.',
      severity: 'error',
      from: { pathNot: '\\.test\\.ts$|^(test|bench|tools)/|^packages/[^/]+/test/' },
      to: { path: '\\.test\\.ts$|^(test|bench)/|^packages/[^/]+/test/' },
    },
    {
      name: 'no-undeclared-package',
      comment: 'Name this package in the package.json next to the code, with its exact version.',
      severity: 'error',
      from: { path: '^packages/', pathNot: '\\.test\\.ts$|^packages/[^/]+/test/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'] },
    },
    {
      name: 'not-resolvable',
      comment: 'This import leads nowhere. Our own files carry their ending (.ts); packages are entered by name.',
      severity: 'error',
      from: {},
      // What the bundler makes has no file.
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|out|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
