// An OpenID provider for the tests of hosted login: the package oidc-provider,
// with the paths of Authing below /oidc. Whoever comes is signed in at once as
// user-1, unless the client asked with login_hint=nobody. Prints its address.

import { createServer } from 'node:http';

import Provider from 'oidc-provider';

const APP_ID = 'app-1';
const PREFIX = '/oidc';

const server = createServer();
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const origin = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(origin + PREFIX, {
  clients: [
    {
      client_id: APP_ID,
      client_secret: 'app-secret-1',
      redirect_uris: ['https://app.example/callback'],
      grant_types: ['authorization_code', 'refresh_token'],
      token_endpoint_auth_method: 'client_secret_post',
    },
  ],
  routes: {
    authorization: '/auth',
    jwks: '/.well-known/jwks.json',
    token: '/token',
    userinfo: '/me',
    revocation: '/token/revocation',
    introspection: '/token/introspection',
  },
  features: {
    devInteractions: { enabled: false },
    introspection: { enabled: true },
    revocation: { enabled: true },
  },
  pkce: { required: () => true },
  scopes: ['openid', 'offline_access', 'profile'],
  claims: { openid: ['sub'], profile: ['name'] },
  extraParams: ['tenantId'],
  cookies: { keys: ['a key for tests'] },
  interactions: { url: (_, interaction) => `${PREFIX}/interaction/${interaction.uid}` },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, name: 'Name of ' + id }),
  }),
});

async function interact(request, response) {
  const { prompt, params, session, grantId } = await provider.interactionDetails(request, response);
  if (params.login_hint === 'nobody' || params.tenantId === 'tenant-closed') {
    const refusal = { error: 'access_denied', error_description: 'nobody signed in' };
    return provider.interactionFinished(request, response, refusal);
  }
  if (prompt.name === 'login') {
    const result = { login: { accountId: 'user-1' } };
    return provider.interactionFinished(request, response, result);
  }
  const grant = grantId
    ? await provider.Grant.find(grantId)
    : new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  const result = { consent: { grantId: await grant.save() } };
  return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
}

const serve = provider.callback();
server.on('request', (request, response) => {
  if (request.url.startsWith(`${PREFIX}/interaction/`)) {
    interact(request, response).catch((error) => {
      response.statusCode = 500;
      response.end(String(error));
    });
    return;
  }
  if (!request.url.startsWith(`${PREFIX}/`)) {
    response.statusCode = 404;
    response.end();
    return;
  }
  // As a router that has taken the prefix away.
  request.originalUrl = request.url;
  request.baseUrl = PREFIX;
  request.url = request.url.slice(PREFIX.length);
  serve(request, response);
});
console.log(origin);
