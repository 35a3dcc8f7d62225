import type { ResourceModule } from '../../packages/model/src/index.ts';

/**
 * A resource module that knows its type at once and loads the rest with the first look at any other member. From then on it is an
 * object like the one it stands for.
 */
export function lateResourceModule(type: string, load: () => ResourceModule): ResourceModule {
  const loaded = (): object => {
    const members = load();
    Object.setPrototypeOf(late, Object.prototype);
    return Object.defineProperties(late, Object.getOwnPropertyDescriptors(members));
  };
  const unloaded = new Proxy({}, { get: (_, name) => Reflect.get(loaded(), name), has: (_, name) => name in loaded() });
  const late = Object.assign(Object.create(unloaded), { type }) as ResourceModule;
  return late;
}
