/** Alibaba Cloud's RPC protocol: signatures, parameters, answers, faults on the wire. */
package io.rdsrestore.sandbox.http;
