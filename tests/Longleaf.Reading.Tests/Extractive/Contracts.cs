namespace Longleaf.Reading.Tests.Extractive;

/// <summary>A made-up contract in two versions.</summary>
internal static class Contracts
{
    public const string FirstText = """
        # Service contract

        This contract is made between Harbour Tools Ltd and the customer.

        ## 1. Services

        The provider keeps the booking system running on all working days.

        ## 2. Fees

        The monthly fee is 1,200 EUR, payable within 30 days of the invoice.

        ## 3. Termination

        Either party may end this contract with thirty days' written notice to the other.

        ## 4. Penalties

        For each day of delay the provider owes 50 EUR.

        ## 5. Law

        This contract is governed by the laws of Ireland.

        Courts in Cork decide disputes.
        """;

    public static ReadableDocument First { get; } = MarkdownBlocks.Document("service contract v1.docx", FirstText);

    public static ReadableDocument Second { get; } = MarkdownBlocks.Document("service contract v2.docx", """
        # Service contract

        This contract is made between Harbour Tools Ltd and the customer.

        ## 1. Services

        The provider keeps the booking system running on all working days.

        ## 2. Fees

        The monthly fee is 1,350 EUR, payable within 30 days of the invoice.

        ## 3. Termination

        Either party may end this contract with ninety days' written notice to the other.

        ## 4. Data protection

        The provider stores personal data only within the European Union.

        ## 5. Law

        This contract is governed by the laws of Ireland.

        Courts in Cork decide disputes.
        """);
}
