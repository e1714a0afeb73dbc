package org.iommuscope.model.topology;

/**
 * A kind of mdev that a parent offers, {@code mdev_supported_types/<id>}.
 *
 * @param availableInstances how many more the parent would make; types of one parent share it
 */
public record MdevType(
    String id,
    Reading<String> name,
    Reading<String> deviceApi,
    Reading<Integer> availableInstances) {}
