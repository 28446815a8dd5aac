// Where each name of react-native-paper is declared, for its Babel plugin.
const library = require('react-native-paper/lib/mappings.json')

const theme = (name, file) => ({ [name]: { path: `lib/module/styles/themes/v3/${file}`, name } })

module.exports = {
  ...library,
  mappings: {
    ...library.mappings,
    ...theme('MD3LightTheme', 'LightTheme'),
    ...theme('MD3DarkTheme', 'DarkTheme'),
  },
}
