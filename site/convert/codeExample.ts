/** What stands in the box as it opens: short enough for a telephone, and with everything that an answer needs. */
export const EXAMPLE_CODE = `data = CIFAR10(root, train=True)
loader = DataLoader(data, batch_size=128)
opt = torch.optim.SGD(net.parameters(), lr=0.1,
    momentum=0.9, weight_decay=5e-4)`;
