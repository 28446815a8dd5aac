// Rewrites only the imports and exports of TypeBox's modules. They export names such as `Object`;
// any other helper code from Babel would pick those up instead of the globals.
const { default: babelJest } = require('babel-jest')

module.exports = babelJest.createTransformer({
  babelrc: false,
  configFile: false,
  plugins: [
    '@babel/plugin-transform-export-namespace-from',
    '@babel/plugin-transform-modules-commonjs',
  ],
})
