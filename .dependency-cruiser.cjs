// The floors: imports go down only, nothing goes round, and the deployed code never meets the runner or CDK.
const floors = [
  ['shared'],
  ['calendar', 'jobs', 'papers'],
  ['clients'],
  ['staff', 'users'],
  ['deliveries'],
  ['messages', 'letters'],
  ['attention', 'desk'],
  ['agreements'],
  ['requests', 'exports'],
  ['privacy'],
  ['erasures'],
  ['restore'],
  ['api', 'events'],
];

/** From a floor to any floor above, or to another room of the same floor. */
const upward = floors.flatMap((rooms, floor) =>
  rooms.map((room) => {
    const above = floors.slice(floor + 1).flat();
    const beside = rooms.filter((other) => other !== room);
    return {
      name: `${room}-looks-down`,
      comment: 'Imports go down the floors only: see docs/decisions and CONTRIBUTING.md.',
      severity: 'error',
      from: { path: `^functions/${room}/` },
      to: { path: `^functions/(${[...above, ...beside, 'none'].join('|')})/` },
    };
  }),
);

// The portal's floors; rooms of one floor do not know each other. The types of the API's document belong to no floor.
const webFloors = [
  ['words', 'style'],
  ['parts'],
  ['api', 'session', 'kept'],
  ['inbox', 'own', 'staff', 'client', 'users', 'desk', 'attention', 'privacy'],
  ['app'],
];
const mayLookBeside = { session: ['api', 'kept'], kept: ['api', 'session'], client: ['desk'] };

const webUpward = webFloors.flatMap((rooms, floor) =>
  rooms.map((room) => {
    const above = webFloors.slice(floor + 1).flat();
    const beside = rooms.filter((other) => other !== room && !mayLookBeside[room]?.includes(other));
    return {
      name: `web-${room}-looks-down`,
      comment: 'Imports go down the floors only: words, style, parts, api with session and kept, views, app.',
      severity: 'error',
      from: { path: `^web/${room}/` },
      to: { path: `^web/(${[...above, ...beside, 'none'].join('|')})/`, pathNot: '^web/api/schema[.]d[.]ts' },
    };
  }),
);

module.exports = {
  forbidden: [
    ...upward,
    ...webUpward,
    {
      name: 'web-stands-alone',
      comment: 'The portal knows the public API and nothing else of the service.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(functions|lib|bin|local|test)/' },
    },
    {
      name: 'nobody-imports-web',
      comment: 'The portal is built and served, never imported.',
      severity: 'error',
      from: { path: '^(functions|lib|bin|local)/' },
      to: { path: '^web/' },
    },
    {
      name: 'no-circles',
      comment: 'A circle has no bottom.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'functions-stand-alone',
      comment: 'What is deployed knows neither CDK nor the runner nor tests.',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^(lib|bin|local|test)/' },
    },
    {
      name: 'cdk-knows-no-handler',
      comment: 'lib may read the route table and the tables as data, never code that runs.',
      severity: 'error',
      from: { path: '^lib/' },
      to: {
        path: '^functions/',
        pathNot: '^functions/(api/route-table|papers/typeface-files|shared/(tables|route))\\.ts$',
      },
    },
    {
      name: 'ships-only-dependencies',
      comment: 'What is bundled for Lambda stands in dependencies.',
      severity: 'error',
      from: { path: '^functions/' },
      to: { dependencyTypes: ['npm-dev'], pathNot: '@types/aws-lambda' },
    },
    { name: 'found', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^test/bench/compared/|[.]css$|^web/(public/|index.html)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types'] },
  },
};
