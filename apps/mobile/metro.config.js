// Metro watches the workspace packages that the app imports as sources; every other dependency
// comes from this folder.
const { join, resolve } = require('node:path')
const { getDefaultConfig } = require('expo/metro-config')

const packages = resolve(__dirname, '../../packages')
const config = getDefaultConfig(__dirname)

config.watchFolders = [join(packages, 'contracts'), join(packages, 'look')]
config.resolver.nodeModulesPaths = [join(__dirname, 'node_modules')]
config.resolver.resolveRequest = (context, name, platform) => {
  const [, shared, path] = /^@rmtools\/(contracts|look)\/(.+)$/.exec(name) ?? []
  if (shared) return { type: 'sourceFile', filePath: join(packages, shared, 'src', `${path}.ts`) }
  // TypeBox exports only the `import` condition, which Metro does not request on phones.
  if (name === 'typebox')
    return { type: 'sourceFile', filePath: join(__dirname, 'node_modules/typebox/build/index.mjs') }
  const isForeign = context.originModulePath.startsWith(packages) && !name.startsWith('.')
  const origin = isForeign ? join(__dirname, 'package.json') : context.originModulePath
  return context.resolveRequest({ ...context, originModulePath: origin }, name, platform)
}

module.exports = config
