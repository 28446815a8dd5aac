// Paper's plugin imports each component from its own file, but its list lacks the themes. One name
// that it does not know makes it import the whole library.
const paper = require.resolve('./paper-mappings.js')

module.exports = (api) => {
  api.cache(true)
  return {
    presets: ['babel-preset-expo'],
    plugins: [['react-native-paper/babel', { mappings: paper }]],
  }
}
