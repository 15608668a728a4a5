/** Every precheck item that can be made to fail, mended with nothing but what its gate prints. */
package io.rdsrestore.demo.remedies;
