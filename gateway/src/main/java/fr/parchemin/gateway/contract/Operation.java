package fr.parchemin.gateway.contract;

import java.util.Collection;
import java.util.Set;

/**
 * One operation of the API.
 *
 * @param id {@code operationId}, stable once published
 * @param method HTTP method in capitals
 * @param path path with its parameters in braces
 * @param open whether it can be called without a token
 * @param roles roles of which the caller needs one; empty when any valid token will do
 */
public record Operation(String id, String method, String path, boolean open, Set<String> roles) {

    /** Whether a caller with a valid token and these roles may call it; which data it then sees is another matter. */
    public boolean allows(Collection<String> callerRoles) {
        return open || roles.isEmpty() || callerRoles.stream().anyMatch(roles::contains);
    }
}
