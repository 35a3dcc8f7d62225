import { assert } from 'chai';
import { brief, makeProject, removeProjects } from './support/project.ts';

const inventory = `nodes:
  web[1:3].example.com: {}
  bastion: { ssh: { host: 203.0.113.7, user: ops } }
  here: { local: {} }
groups:
  web: { nodes: [web*], ssh: { user: svc, jump: bastion, sudo: true }, vars: { http_port: 8080 } }
`;

describe('loading a project', () => {
  after(removeProjects);

  it('compiles the play of the guide: nodes, variables, expressions, templates, references', async () => {
    const project = makeProject({
      'inventory.yaml': inventory,
      'site.yaml': `name: web tier
nodes: web
vars: { app: /srv/app }
rollout: { canary: 1, batch: 25%, max_failed: 2 }
resources:
  - package: nginx
  - directory: \${{ app }}
    owner: www-data
    mode: 0755
  - file: /etc/nginx/conf.d/app.conf
    template: templates/app.conf.j2
    mode: 0644
  - service: nginx
    running: true
    reload_on: [file:/etc/nginx/conf.d/app.conf]
`,
      'templates/app.conf.j2': 'listen {{ http_port }};\nname {{ node.name }};\n',
    });
    const loaded = await project.load();
    assert.deepEqual(loaded.diagnostics, []);
    const [play] = loaded.plays;
    assert.deepEqual(play?.rollout, { canary: 1, batch: '25%', maxFailed: 2 });
    assert.deepEqual(
      play?.nodes.map(({ node }) => node.name),
      ['web1.example.com', 'web2.example.com', 'web3.example.com'],
    );
    const [first] = play?.nodes ?? [];
    assert.deepEqual(first?.node.connection, { driver: 'ssh', settings: { user: 'svc', jump: 'bastion', sudo: true } });
    assert.deepEqual(
      first?.resources.map(({ address }) => address),
      ['package:nginx', 'directory:/srv/app', 'file:/etc/nginx/conf.d/app.conf', 'service:nginx'],
    );
    assert.deepEqual(first?.resources[1]?.declared, { owner: 'www-data', mode: '0755', identity: '/srv/app' });
    const written = first?.resources[2]?.declared as { body: { text: string } } | undefined;
    assert.equal(written?.body.text, 'listen 8080;\nname web1.example.com;\n');
    assert.deepEqual(first?.resources[3]?.after, ['file:/etc/nginx/conf.d/app.conf']);
    assert.deepEqual(brief(loaded), []);
  });
});
