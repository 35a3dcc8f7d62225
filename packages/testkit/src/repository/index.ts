export { buildRepository, repositoryPath, repositorySource } from './build.ts';
export type { MaintainerScript, PackageFile, PackageSpec } from './package-spec.ts';
export { repositoryPackages, toolPackageCount } from './packages.ts';
