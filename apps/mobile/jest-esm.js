// TypeBox exports names such as `Object`: of its modules only imports and exports are rewritten, as anything more that Babel writes
// would use the global of that name.
const { default: babelJest } = require('babel-jest')

module.exports = babelJest.createTransformer({
  babelrc: false,
  configFile: false,
  plugins: [
    '@babel/plugin-transform-export-namespace-from',
    '@babel/plugin-transform-modules-commonjs',
  ],
})
